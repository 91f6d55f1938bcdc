-- Deadlines, what happened to each, what was found in texts, and the secret calendar links.
CREATE TABLE "Deadlines" (
    "Id" uuid NOT NULL,
    "ForumId" uuid NOT NULL,
    "Title" text NOT NULL,
    "Date" date NOT NULL,
    "Kind" integer NOT NULL,
    "Status" integer NOT NULL,
    "ResponsibleId" uuid,
    "ResponsibleRole" integer,
    "MeetingId" uuid,
    "ItemId" uuid,
    "Quote" text,
    "Origin" text,
    "NextReminderAt" timestamptz,
    "SettledAt" timestamptz,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_Deadlines" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Deadlines_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Deadlines_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Deadlines_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Deadlines_People_ResponsibleId" FOREIGN KEY ("ResponsibleId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "DeadlineChanges" (
    "DeadlineId" uuid NOT NULL,
    "Version" integer NOT NULL,
    "Kind" integer NOT NULL,
    "At" timestamptz NOT NULL,
    "ById" uuid,
    "DateBefore" date NOT NULL,
    "StatusBefore" integer NOT NULL,
    "Reason" text,
    CONSTRAINT "PK_DeadlineChanges" PRIMARY KEY ("DeadlineId", "Version"),
    CONSTRAINT "FK_DeadlineChanges_Deadlines_DeadlineId" FOREIGN KEY ("DeadlineId") REFERENCES "Deadlines" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "FoundDeadlines" (
    "Id" uuid NOT NULL,
    "ForumId" uuid NOT NULL,
    "MeetingId" uuid,
    "ItemId" uuid,
    "Key" text NOT NULL,
    "Title" text NOT NULL,
    "Sentence" text NOT NULL,
    "Date" date,
    "OfferedAt" timestamptz NOT NULL,
    "AnsweredAt" timestamptz,
    "AnsweredById" uuid,
    "DeadlineId" uuid,
    CONSTRAINT "PK_FoundDeadlines" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_FoundDeadlines_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "CalendarFeeds" (
    "Id" uuid NOT NULL,
    "ForumId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "TokenHash" text NOT NULL,
    "CreatedAt" timestamptz NOT NULL,
    "RevokedAt" timestamptz,
    CONSTRAINT "PK_CalendarFeeds" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CalendarFeeds_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CalendarFeeds_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_Deadlines_NextReminderAt" ON "Deadlines" ("NextReminderAt") WHERE "NextReminderAt" IS NOT NULL;
CREATE INDEX "IX_Deadlines_ForumId_Status_Date" ON "Deadlines" ("ForumId", "Status", "Date");
CREATE UNIQUE INDEX "IX_Deadlines_ForumId_Origin" ON "Deadlines" ("ForumId", "Origin") WHERE "Origin" IS NOT NULL;
CREATE INDEX "IX_Deadlines_ItemId" ON "Deadlines" ("ItemId");
CREATE INDEX "IX_Deadlines_MeetingId" ON "Deadlines" ("MeetingId");
CREATE INDEX "IX_Deadlines_ResponsibleId" ON "Deadlines" ("ResponsibleId");
CREATE UNIQUE INDEX "IX_FoundDeadlines_ForumId_Key" ON "FoundDeadlines" ("ForumId", "Key");
CREATE INDEX "IX_CalendarFeeds_ForumId_PersonId" ON "CalendarFeeds" ("ForumId", "PersonId");
CREATE INDEX "IX_CalendarFeeds_PersonId" ON "CalendarFeeds" ("PersonId");
CREATE UNIQUE INDEX "IX_CalendarFeeds_TokenHash" ON "CalendarFeeds" ("TokenHash");
