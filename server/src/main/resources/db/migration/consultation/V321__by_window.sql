-- What the clock of an appointment does not tell is asked for at every look into the history: few rows, at the end of time.
create index consultation_by_window on consultation_consultation (ends_at);
