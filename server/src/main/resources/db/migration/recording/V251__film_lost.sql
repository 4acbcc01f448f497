-- When the service was seen to record: it may only have taken the wish. Those from before are over or were not looked at.
alter table recording_cloud_run add column sure_at timestamptz;
-- When its film was told, and why there will never be one here: GONE, NO_ROOM, NOT_AGREED.
alter table recording_cloud_run add column told_at timestamptz;
alter table recording_cloud_run add column lost text;
update recording_cloud_run set told_at = coalesce(ended_at, began_at) where film is not null;
