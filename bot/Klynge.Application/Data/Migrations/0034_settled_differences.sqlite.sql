-- Who answered the question about a difference between a calendar and the meetings here, and how: the cards that asked say so.
ALTER TABLE "CalendarLinks" ADD COLUMN "SettledById" TEXT NULL CONSTRAINT "FK_CalendarLinks_People_SettledById" REFERENCES "People" ("Id") ON DELETE RESTRICT;
ALTER TABLE "CalendarLinks" ADD COLUMN "SettledAt" TEXT NULL;
ALTER TABLE "CalendarLinks" ADD COLUMN "SettledForCalendar" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "IX_CalendarLinks_SettledById" ON "CalendarLinks" ("SettledById");
