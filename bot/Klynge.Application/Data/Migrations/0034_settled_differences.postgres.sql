-- Who answered the question about a difference between a calendar and the meetings here, and how: the cards that asked say so.
ALTER TABLE "CalendarLinks" ADD COLUMN "SettledById" uuid NULL CONSTRAINT "FK_CalendarLinks_People_SettledById" REFERENCES "People" ("Id") ON DELETE RESTRICT;
ALTER TABLE "CalendarLinks" ADD COLUMN "SettledAt" timestamptz NULL;
ALTER TABLE "CalendarLinks" ADD COLUMN "SettledForCalendar" boolean NOT NULL DEFAULT false;

CREATE INDEX "IX_CalendarLinks_SettledById" ON "CalendarLinks" ("SettledById");
