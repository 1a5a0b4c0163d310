-- Status 6 is Dead. Only when nobody touched the row since it was read.
delete from us_member
where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
  and status = 6 and suspect_times is not distinct from @SuspectTimes
  and start_time = @StartTime and alive_time = @IAmAliveTime
