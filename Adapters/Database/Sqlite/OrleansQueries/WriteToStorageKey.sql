-- No version means "there is no row yet"; then the first statement finds nothing, and otherwise the second does nothing.
update us_grain_state set payload = @PayloadBinary, version = version + 1
where service_id = @ServiceId and state_name = @GrainTypeString
  and key_n1 = @GrainIdN1 and key_n0 = @GrainIdN0 and key_text = coalesce(@GrainIdExtensionString, '')
  and version = @GrainStateVersion
returning version as "NewGrainStateVersion";
insert into us_grain_state (service_id, state_name, key_n1, key_n0, key_text, version, payload)
select @ServiceId, @GrainTypeString, @GrainIdN1, @GrainIdN0, coalesce(@GrainIdExtensionString, ''), 1, @PayloadBinary
where @GrainStateVersion is null
on conflict do nothing
returning version as "NewGrainStateVersion"
