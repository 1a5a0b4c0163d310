with v as (
  update us_member_version set version = version + 1, changed_at = now()
  where deployment_id = @DeploymentId and version = @Version
  and exists (select 1 from us_member where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
  returning 1),
updated as (
  update us_member set status = @Status, suspect_times = @SuspectTimes, alive_time = @IAmAliveTime
  from v
  where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
  returning 1)
select count(*) = 1 from updated
