delete from us_reminder where service_id = @ServiceId
