-- Deadlines, what happened to each, what was found in texts, and the secret calendar links.
CREATE TABLE "Deadlines" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Deadlines" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Date" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Status" INTEGER NOT NULL,
    "ResponsibleId" TEXT NULL,
    "ResponsibleRole" INTEGER NULL,
    "MeetingId" TEXT NULL,
    "ItemId" TEXT NULL,
    "Quote" TEXT NULL,
    "Origin" TEXT NULL,
    "NextReminderAt" TEXT NULL,
    "SettledAt" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Deadlines_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Deadlines_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Deadlines_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Deadlines_People_ResponsibleId" FOREIGN KEY ("ResponsibleId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "DeadlineChanges" (
    "DeadlineId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Kind" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "ById" TEXT NULL,
    "DateBefore" TEXT NOT NULL,
    "StatusBefore" INTEGER NOT NULL,
    "Reason" TEXT NULL,
    CONSTRAINT "PK_DeadlineChanges" PRIMARY KEY ("DeadlineId", "Version"),
    CONSTRAINT "FK_DeadlineChanges_Deadlines_DeadlineId" FOREIGN KEY ("DeadlineId") REFERENCES "Deadlines" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "FoundDeadlines" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_FoundDeadlines" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "MeetingId" TEXT NULL,
    "ItemId" TEXT NULL,
    "Key" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Sentence" TEXT NOT NULL,
    "Date" TEXT NULL,
    "OfferedAt" TEXT NOT NULL,
    "AnsweredAt" TEXT NULL,
    "AnsweredById" TEXT NULL,
    "DeadlineId" TEXT NULL,
    CONSTRAINT "FK_FoundDeadlines_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "CalendarFeeds" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CalendarFeeds" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "TokenHash" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "RevokedAt" TEXT NULL,
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
