with inserted as (
  insert into us_member_version (deployment_id) values (@DeploymentId)
  on conflict do nothing
  returning 1)
select count(*) = 1 from inserted
