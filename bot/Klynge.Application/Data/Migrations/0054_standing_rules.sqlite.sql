-- Agreements that hold from now on (»fremadrettet sendes referater ud til …«), until somebody ends them.
CREATE TABLE "StandingRules" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_StandingRules" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "AgreementId" TEXT NOT NULL,
    "MadeAt" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    "EndedById" TEXT NULL,
    CONSTRAINT "FK_StandingRules_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_StandingRules_Deadlines_AgreementId" FOREIGN KEY ("AgreementId") REFERENCES "Deadlines" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_StandingRules_People_EndedById" FOREIGN KEY ("EndedById") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_StandingRules_ForumId" ON "StandingRules" ("ForumId");
CREATE UNIQUE INDEX "IX_StandingRules_AgreementId" ON "StandingRules" ("AgreementId");
CREATE INDEX "IX_StandingRules_EndedById" ON "StandingRules" ("EndedById");

-- Who is invited, in the words of the sentence.
ALTER TABLE "FoundDeadlines" ADD COLUMN "Who" TEXT NULL;

-- An organisation, another forum or a group outside that is to do it.
ALTER TABLE "Deadlines" ADD COLUMN "ResponsibleBody" TEXT NULL;
ALTER TABLE "DeadlineChanges" ADD COLUMN "ResponsibleBodyBefore" TEXT NULL;
