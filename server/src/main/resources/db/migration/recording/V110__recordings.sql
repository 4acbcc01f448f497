create table recording (
    id           uuid primary key,
    consultation uuid        not null,
    doctor       uuid        not null,
    wording      text        not null,
    phase        text        not null,
    reason       text,
    present      uuid[]      not null,
    asked_at     timestamptz not null,
    started_at   timestamptz,
    since        timestamptz,
    stopped_at   timestamptz
);
create index recording_by_consultation on recording (consultation, asked_at);
create unique index recording_one_at_a_time on recording (consultation) where phase in ('ASKED', 'RECORDING', 'PAUSED');

create table recording_answer (
    recording uuid not null references recording,
    person    uuid not null,
    answer    text not null,
    primary key (recording, person)
);

-- When the server held everybody's consent: [began, ended).
create table recording_interval (
    recording uuid        not null references recording,
    began     timestamptz not null,
    ended     timestamptz
);
create index recording_interval_by_recording on recording_interval (recording, began);

create table recording_take (
    recording uuid        not null references recording,
    take      int         not null,
    recorder  uuid        not null,
    mime_type text        not null,
    opened_at timestamptz not null,
    primary key (recording, take)
);

create table recording_ledger (
    recording uuid        not null,
    number    int         not null,
    at        timestamptz not null,
    kind      text        not null,
    person    uuid,
    wording   text,
    locale    text,
    hash      text        not null,
    primary key (recording, number)
);

create function recording_ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'recording_ledger is append-only';
end $$;
create trigger recording_ledger_append_only before update or delete on recording_ledger
    for each row execute function recording_ledger_is_append_only();
create trigger recording_ledger_not_emptied before truncate on recording_ledger
    for each statement execute function recording_ledger_is_append_only();
