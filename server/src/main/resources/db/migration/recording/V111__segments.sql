-- The wrapped key. Whoever deletes the row makes the recording unreadable for ever.
create table recording_key (
    recording uuid  not null primary key references recording,
    master    text  not null,
    wrapped   bytea not null
);

-- segments: how many it has, once the last one has come.
alter table recording_take add column segments int not null default 0;

create table recording_segment (
    recording uuid        not null,
    take      int         not null,
    index     int         not null,
    last      boolean     not null,
    name      uuid        not null,
    size      int         not null,
    sha256    text        not null,
    from_at   timestamptz not null,
    to_at     timestamptz not null,
    stored_at timestamptz not null,
    primary key (recording, take, index),
    foreign key (recording, take) references recording_take
);
