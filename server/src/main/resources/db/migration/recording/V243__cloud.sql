-- The service that records this one, as people read before they agreed; null: a page of theirs records.
alter table recording add column service text;

-- One unbroken run of a service's recorder, which becomes one take once its film is here.
create table recording_cloud_run (
    recording  uuid        not null references recording,
    take       int         not null,
    began_at   timestamptz not null,
    ended_at   timestamptz,
    film       text unique,
    settled_at timestamptz,
    primary key (recording, take)
);
create index recording_cloud_run_unsettled on recording_cloud_run (recording) where settled_at is null;
