-- Closed is what we decided; gone is what the provider has done.
alter table conferencing_room add column gone_at timestamptz;
update conferencing_room set gone_at = closed_at;
create index conferencing_room_to_close on conferencing_room (ends_at) where closed_at is not null and gone_at is null;
