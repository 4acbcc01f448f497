-- When the provider was asked, after the end, who had been in: what it told on the way may have got lost.
alter table conferencing_room add column reviewed_at timestamptz;
update conferencing_room set reviewed_at = ends_at where ends_at < now();
create index conferencing_room_to_review on conferencing_room (ends_at) where reviewed_at is null;
