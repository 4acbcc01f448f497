create index consultation_by_end on consultation_consultation (ended_at) where ended_at is not null;
