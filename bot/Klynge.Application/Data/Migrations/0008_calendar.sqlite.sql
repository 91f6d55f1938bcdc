-- What the calendar has to say: events that have changed and are still to be read, and which event calls which meeting.
CREATE TABLE "CalendarInbox" (
    "Kind" INTEGER NOT NULL,
    "Subject" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "ReceivedAt" TEXT NOT NULL,
    "DueAt" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    CONSTRAINT "PK_CalendarInbox" PRIMARY KEY ("Kind", "Subject")
);

CREATE TABLE "CalendarLinks" (
    "MeetingId" TEXT NOT NULL CONSTRAINT "PK_CalendarLinks" PRIMARY KEY,
    "Mailbox" TEXT NOT NULL,
    "EventId" TEXT NULL,
    "ICalUId" TEXT NULL,
    "SeriesMasterId" TEXT NULL,
    "JoinUrl" TEXT NULL,
    "ChangeKey" TEXT NULL,
    "LastModified" TEXT NULL,
    "Date" TEXT NULL,
    "Start" TEXT NULL,
    "End" TEXT NULL,
    "Place" TEXT NULL,
    "IsGone" INTEGER NOT NULL,
    CONSTRAINT "FK_CalendarLinks_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_CalendarInbox_DueAt" ON "CalendarInbox" ("DueAt");
CREATE UNIQUE INDEX "IX_CalendarLinks_Mailbox_EventId" ON "CalendarLinks" ("Mailbox", "EventId");
CREATE INDEX "IX_CalendarLinks_Mailbox_SeriesMasterId" ON "CalendarLinks" ("Mailbox", "SeriesMasterId");
