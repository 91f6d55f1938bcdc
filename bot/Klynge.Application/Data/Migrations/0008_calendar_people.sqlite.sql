-- Who is invited and who came, and what somebody has to be asked about. A word of the person outranks the calendar, so it is kept which of them spoke.
ALTER TABLE "CalendarLinks" ADD COLUMN "Question" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "CalendarLinks" ADD COLUMN "IsAsked" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "Invitations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Invitations" PRIMARY KEY,
    "MeetingId" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Match" INTEGER NOT NULL,
    "PersonId" TEXT NULL,
    "MemberId" TEXT NULL,
    "Response" INTEGER NOT NULL,
    "RespondedAt" TEXT NULL,
    "IsForEarlierTime" INTEGER NOT NULL,
    "IsRemoved" INTEGER NOT NULL,
    CONSTRAINT "FK_Invitations_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Invitations_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Invitations_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "KnownAttendees" (
    "ForumId" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "Match" INTEGER NOT NULL,
    "PersonId" TEXT NULL,
    "AnsweredById" TEXT NULL,
    "AnsweredAt" TEXT NOT NULL,
    CONSTRAINT "PK_KnownAttendees" PRIMARY KEY ("ForumId", "Address"),
    CONSTRAINT "FK_KnownAttendees_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_KnownAttendees_People_AnsweredById" FOREIGN KEY ("AnsweredById") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_KnownAttendees_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

-- What Teams says of a meeting whose chat the bot is in, until and after it is known whose meeting it is.
CREATE TABLE "MeetingChats" (
    "ConversationId" TEXT NOT NULL CONSTRAINT "PK_MeetingChats" PRIMARY KEY,
    "TeamsMeetingId" TEXT NOT NULL,
    "ServiceUrl" TEXT NOT NULL,
    "OrganizerId" TEXT NULL,
    "JoinUrl" TEXT NULL,
    "Title" TEXT NULL,
    "Start" TEXT NULL,
    "End" TEXT NULL
);

-- Who was in the meeting, as its attendance reports say, added up per person.
CREATE TABLE "Presences" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Presences" PRIMARY KEY,
    "MeetingId" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Minutes" INTEGER NOT NULL,
    "Match" INTEGER NOT NULL,
    "ParticipantId" TEXT NULL,
    CONSTRAINT "FK_Presences_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT
);

ALTER TABLE "Apologies" ADD COLUMN "SaidAt" TEXT NULL;
ALTER TABLE "Apologies" ADD COLUMN "WithdrawnByCalendar" INTEGER NOT NULL DEFAULT 0;

CREATE UNIQUE INDEX "IX_Invitations_MeetingId_Address" ON "Invitations" ("MeetingId", "Address");
CREATE INDEX "IX_Invitations_MemberId" ON "Invitations" ("MemberId");
CREATE INDEX "IX_Invitations_PersonId" ON "Invitations" ("PersonId");
CREATE INDEX "IX_KnownAttendees_AnsweredById" ON "KnownAttendees" ("AnsweredById");
CREATE INDEX "IX_KnownAttendees_PersonId" ON "KnownAttendees" ("PersonId");
CREATE UNIQUE INDEX "IX_Presences_MeetingId_Address" ON "Presences" ("MeetingId", "Address");
