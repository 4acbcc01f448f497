create table feedback_rating (
    consultation uuid        not null,
    person       uuid        not null,
    stars        int         not null check (stars between 1 and 5),
    issues       text[]      not null,
    remark       text        not null,
    given_at     timestamptz not null,
    primary key (consultation, person)
);
