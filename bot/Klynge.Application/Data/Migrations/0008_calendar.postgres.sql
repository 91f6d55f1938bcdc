-- What the calendar has to say: events that have changed and are still to be read, and which event calls which meeting.
CREATE TABLE "CalendarInbox" (
    "Kind" integer NOT NULL,
    "Subject" text NOT NULL,
    "Revision" integer NOT NULL,
    "ReceivedAt" timestamptz NOT NULL,
    "DueAt" timestamptz NOT NULL,
    "Attempts" integer NOT NULL,
    CONSTRAINT "PK_CalendarInbox" PRIMARY KEY ("Kind", "Subject")
);

CREATE TABLE "CalendarLinks" (
    "MeetingId" uuid NOT NULL,
    "Mailbox" text NOT NULL,
    "EventId" text,
    "ICalUId" text,
    "SeriesMasterId" text,
    "JoinUrl" text,
    "ChangeKey" text,
    "LastModified" timestamptz,
    "Date" date,
    "Start" time,
    "End" time,
    "Place" text,
    "IsGone" boolean NOT NULL,
    CONSTRAINT "PK_CalendarLinks" PRIMARY KEY ("MeetingId"),
    CONSTRAINT "FK_CalendarLinks_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_CalendarInbox_DueAt" ON "CalendarInbox" ("DueAt");
CREATE UNIQUE INDEX "IX_CalendarLinks_Mailbox_EventId" ON "CalendarLinks" ("Mailbox", "EventId");
CREATE INDEX "IX_CalendarLinks_Mailbox_SeriesMasterId" ON "CalendarLinks" ("Mailbox", "SeriesMasterId");
