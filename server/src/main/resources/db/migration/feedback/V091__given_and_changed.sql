-- given_at is when it was given first: for a day from then it may be changed.
alter table feedback_rating add column changed_at timestamptz;
update feedback_rating set changed_at = given_at;
alter table feedback_rating alter column changed_at set not null;
