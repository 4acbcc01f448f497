-- When a doctor can be booked, and what patients read when they choose.
create table scheduling_doctor (
    doctor         uuid primary key,
    slot_minutes   int         not null check (slot_minutes between 5 and 240),
    buffer_minutes int         not null check (buffer_minutes between 0 and 120),
    notice_minutes int         not null check (notice_minutes >= 0),
    ahead_days     int         not null check (ahead_days between 1 and 366),
    languages      text[]      not null,
    sentence       text        not null,
    changed_at     timestamptz not null
);

-- Local times in the doctor's zone; 00:00 as an end is the end of the day.
create table scheduling_hours (
    doctor    uuid     not null references scheduling_doctor on delete cascade,
    weekday   smallint not null check (weekday between 1 and 7),
    from_time time     not null,
    to_time   time     not null check (to_time > from_time or to_time = '00:00'),
    primary key (doctor, weekday, from_time)
);

-- Days that are not as the week says.
create table scheduling_exception (
    id        uuid primary key,
    doctor    uuid not null references scheduling_doctor on delete cascade,
    first_day date not null,
    last_day  date not null check (last_day >= first_day),
    kind      text not null check (kind in ('OFF', 'INSTEAD', 'EXTRA')),
    from_time time,
    to_time   time,
    check ((kind = 'OFF') = (from_time is null)),
    check ((from_time is null) = (to_time is null)),
    check (to_time > from_time or to_time = '00:00')
);
create index scheduling_exception_by_doctor on scheduling_exception (doctor, last_day);
