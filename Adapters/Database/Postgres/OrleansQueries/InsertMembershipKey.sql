-- The row of us_member_version is the lock: of two writers that expect the same version, the second finds it changed.
with v as (
  update us_member_version set version = version + 1, changed_at = now()
  where deployment_id = @DeploymentId and version = @Version
  and not exists (select 1 from us_member where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
  returning 1),
inserted as (
  insert into us_member (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, alive_time)
  select @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
  from v
  returning 1)
select count(*) = 1 from inserted
