-- What the doctor is writing; it stays after it was released, so that a correction begins with it.
create table summary_draft (
    appointment uuid primary key,
    agreed      text        not null,
    next_step   text        not null,
    revision    int         not null,
    saved_at    timestamptz not null
);

-- What the patient was given.
create table summary_version (
    appointment    uuid        not null,
    number         int         not null check (number > 0),
    agreed         text        not null,
    next_step      text        not null,
    doctor         uuid        not null,
    draft_revision int         not null,
    released_at    timestamptz not null,
    primary key (appointment, number)
);

-- As with prescriptions: given is given, and only the erasure of a person's data takes it out.
create function summary_is_released() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('consilium.erasing', true) = 'on' then
        return old;
    end if;
    raise exception 'A released summary cannot be changed.' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger released before update or delete on summary_version
    for each row execute function summary_is_released();
create trigger never_emptied before truncate on summary_version
    for each statement execute function summary_is_released();

-- When the doctor would like to see the patient again.
create table summary_follow_up (
    appointment uuid primary key,
    day         date        not null,
    at          timestamptz,
    note        text        not null,
    proposed_at timestamptz not null
);
