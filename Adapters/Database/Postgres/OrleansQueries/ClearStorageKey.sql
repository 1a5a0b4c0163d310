-- The row stays, so that its version goes on counting and a stale writer still meets a conflict.
update us_grain_state set payload = null, version = version + 1, modified_at = now()
where service_id = @ServiceId and state_name = @GrainTypeString
  and key_n1 = @GrainIdN1 and key_n0 = @GrainIdN0 and key_text = coalesce(@GrainIdExtensionString, '')
  and version = @GrainStateVersion
returning version as "NewGrainStateVersion"
