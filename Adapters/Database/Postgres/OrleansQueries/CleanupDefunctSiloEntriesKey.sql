-- Status 6 is Dead.
delete from us_member where deployment_id = @DeploymentId and status = 6 and alive_time < @IAmAliveTime
