select address as "Address", proxy_port as "ProxyPort", generation as "Generation"
from us_member
where deployment_id = @DeploymentId and status = @Status and proxy_port > 0
