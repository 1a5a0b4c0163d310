-- At least one row: the version, also when there are no members.
select m.address as "Address", m.port as "Port", m.generation as "Generation", m.silo_name as "SiloName", m.host_name as "HostName",
  m.status as "Status", m.proxy_port as "ProxyPort", m.suspect_times as "SuspectTimes", m.start_time as "StartTime",
  m.alive_time as "IAmAliveTime", v.version as "Version"
from us_member_version v
left join us_member m on m.deployment_id = v.deployment_id
where v.deployment_id = @DeploymentId
