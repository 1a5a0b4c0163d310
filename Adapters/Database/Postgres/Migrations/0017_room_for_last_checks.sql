-- Each check changes a row; where its page has no room for the new one, an entry is added to the index as well.
alter table last_check set (fillfactor = 50);
