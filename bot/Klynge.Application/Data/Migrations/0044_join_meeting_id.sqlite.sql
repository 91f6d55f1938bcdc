-- The number that Teams shows for joining a meeting by hand: minutes print it behind the place.
ALTER TABLE "Meetings" ADD COLUMN "JoinMeetingId" TEXT NULL;
