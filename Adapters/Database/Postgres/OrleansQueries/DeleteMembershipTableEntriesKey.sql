with members as (delete from us_member where deployment_id = @DeploymentId)
delete from us_member_version where deployment_id = @DeploymentId
