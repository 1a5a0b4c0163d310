select payload as "PayloadBinary", version as "Version"
from us_grain_state
where service_id = @ServiceId and state_name = @GrainTypeString
  and key_n1 = @GrainIdN1 and key_n0 = @GrainIdN0 and key_text = coalesce(@GrainIdExtensionString, '')
