alter table recording add column patient_may_download boolean not null default true;

-- Who looked at what, and when.
create table recording_access (
    recording uuid        not null references recording,
    person    uuid        not null,
    kind      text        not null,
    at        timestamptz not null
);
create index recording_access_by_recording on recording_access (recording, at);
