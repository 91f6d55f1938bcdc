-- Who is invited and who came, and what somebody has to be asked about. A word of the person outranks the calendar, so it is kept which of them spoke.
ALTER TABLE "CalendarLinks" ADD COLUMN "Question" integer NOT NULL DEFAULT 0;
ALTER TABLE "CalendarLinks" ADD COLUMN "IsAsked" boolean NOT NULL DEFAULT FALSE;

CREATE TABLE "Invitations" (
    "Id" uuid NOT NULL CONSTRAINT "PK_Invitations" PRIMARY KEY,
    "MeetingId" uuid NOT NULL,
    "Address" text NOT NULL,
    "Name" text NOT NULL,
    "Match" integer NOT NULL,
    "PersonId" uuid NULL,
    "MemberId" uuid NULL,
    "Response" integer NOT NULL,
    "RespondedAt" timestamptz NULL,
    "IsForEarlierTime" boolean NOT NULL,
    "IsRemoved" boolean NOT NULL,
    CONSTRAINT "FK_Invitations_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Invitations_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Invitations_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "KnownAttendees" (
    "ForumId" uuid NOT NULL,
    "Address" text NOT NULL,
    "Match" integer NOT NULL,
    "PersonId" uuid NULL,
    "AnsweredById" uuid NULL,
    "AnsweredAt" timestamptz NOT NULL,
    CONSTRAINT "PK_KnownAttendees" PRIMARY KEY ("ForumId", "Address"),
    CONSTRAINT "FK_KnownAttendees_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_KnownAttendees_People_AnsweredById" FOREIGN KEY ("AnsweredById") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_KnownAttendees_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

-- What Teams says of a meeting whose chat the bot is in, until and after it is known whose meeting it is.
CREATE TABLE "MeetingChats" (
    "ConversationId" text NOT NULL CONSTRAINT "PK_MeetingChats" PRIMARY KEY,
    "TeamsMeetingId" text NOT NULL,
    "ServiceUrl" text NOT NULL,
    "OrganizerId" text NULL,
    "JoinUrl" text NULL,
    "Title" text NULL,
    "Start" timestamptz NULL,
    "End" timestamptz NULL
);

-- Who was in the meeting, as its attendance reports say, added up per person.
CREATE TABLE "Presences" (
    "Id" uuid NOT NULL CONSTRAINT "PK_Presences" PRIMARY KEY,
    "MeetingId" uuid NOT NULL,
    "Address" text NOT NULL,
    "Name" text NOT NULL,
    "Kind" integer NOT NULL,
    "Minutes" integer NOT NULL,
    "Match" integer NOT NULL,
    "ParticipantId" uuid NULL,
    CONSTRAINT "FK_Presences_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT
);

ALTER TABLE "Apologies" ADD COLUMN "SaidAt" timestamptz NULL;
ALTER TABLE "Apologies" ADD COLUMN "WithdrawnByCalendar" boolean NOT NULL DEFAULT FALSE;

CREATE UNIQUE INDEX "IX_Invitations_MeetingId_Address" ON "Invitations" ("MeetingId", "Address");
CREATE INDEX "IX_Invitations_MemberId" ON "Invitations" ("MemberId");
CREATE INDEX "IX_Invitations_PersonId" ON "Invitations" ("PersonId");
CREATE INDEX "IX_KnownAttendees_AnsweredById" ON "KnownAttendees" ("AnsweredById");
CREATE INDEX "IX_KnownAttendees_PersonId" ON "KnownAttendees" ("PersonId");
CREATE UNIQUE INDEX "IX_Presences_MeetingId_Address" ON "Presences" ("MeetingId", "Address");
