-- One statement, because the provider opens no transaction. No version means "there is no row yet".
with updated as (
  update us_grain_state set payload = @PayloadBinary, version = version + 1, modified_at = now()
  where service_id = @ServiceId and state_name = @GrainTypeString
  and key_n1 = @GrainIdN1 and key_n0 = @GrainIdN0 and key_text = coalesce(@GrainIdExtensionString, '')
  and version = @GrainStateVersion
  returning version),
inserted as (
  insert into us_grain_state (service_id, state_name, key_n1, key_n0, key_text, version, payload)
  select @ServiceId, @GrainTypeString, @GrainIdN1, @GrainIdN0, coalesce(@GrainIdExtensionString, ''), 1, @PayloadBinary
  where @GrainStateVersion is null
  on conflict do nothing
  returning version)
select version as "NewGrainStateVersion" from updated
union all
select version from inserted
