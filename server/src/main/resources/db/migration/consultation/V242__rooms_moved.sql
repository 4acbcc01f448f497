-- Rooms stand with the module that opens and closes them.
insert into conferencing_room (consultation, appointment, provider, name, url, opens_at, ends_at, closed_at)
select id, appointment, provider, room_name, room_url, starts_at, ends_at, ended_at
from consultation_consultation
where provider is not null and room_name is not null and room_url is not null;
alter table consultation_consultation drop column provider, drop column room_name, drop column room_url;
