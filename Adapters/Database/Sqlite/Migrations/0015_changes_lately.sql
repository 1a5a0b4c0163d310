-- A silo that takes over from another looks for what that one was in the middle of: suspect websites, and those that changed a moment ago.
create index website_by_version on website (version);

-- Old deliveries are deleted by their time.
create index delivery_by_time on delivery (at);
