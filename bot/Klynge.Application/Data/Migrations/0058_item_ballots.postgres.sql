-- Votes at a meeting that the voters press on cards of their own, and what each pressed.
CREATE TABLE "ItemBallots" (
    "Id" uuid NOT NULL CONSTRAINT "PK_ItemBallots" PRIMARY KEY,
    "ForumId" uuid NOT NULL,
    "MeetingId" uuid NOT NULL,
    "ItemId" uuid NOT NULL,
    "Question" text NULL,
    "OpenedAt" timestamptz NOT NULL,
    "OpenedById" uuid NOT NULL,
    "EndedAt" timestamptz NULL,
    "IsCalledOff" boolean NOT NULL,
    CONSTRAINT "FK_ItemBallots_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemBallots_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemBallots_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemBallots_People_OpenedById" FOREIGN KEY ("OpenedById") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_ItemBallots_ItemId" ON "ItemBallots" ("ItemId") WHERE "EndedAt" IS NULL;
CREATE INDEX "IX_ItemBallots_ForumId" ON "ItemBallots" ("ForumId");
CREATE INDEX "IX_ItemBallots_MeetingId" ON "ItemBallots" ("MeetingId");
CREATE INDEX "IX_ItemBallots_OpenedById" ON "ItemBallots" ("OpenedById");

CREATE TABLE "BallotAnswers" (
    "BallotId" uuid NOT NULL,
    "MemberId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Answer" integer NOT NULL,
    "At" timestamptz NOT NULL,
    CONSTRAINT "PK_BallotAnswers" PRIMARY KEY ("BallotId", "MemberId"),
    CONSTRAINT "FK_BallotAnswers_ItemBallots_BallotId" FOREIGN KEY ("BallotId") REFERENCES "ItemBallots" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_BallotAnswers_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_BallotAnswers_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_BallotAnswers_MemberId" ON "BallotAnswers" ("MemberId");
CREATE INDEX "IX_BallotAnswers_PersonId" ON "BallotAnswers" ("PersonId");
