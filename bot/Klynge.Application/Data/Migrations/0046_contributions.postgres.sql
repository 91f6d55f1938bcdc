-- Texts that people are asked for to an item of the agenda, by a day.
CREATE TABLE "Contributions" (
    "Id" uuid NOT NULL CONSTRAINT "PK_Contributions" PRIMARY KEY,
    "ForumId" uuid NOT NULL,
    "ItemId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Heading" text NOT NULL,
    "DueOn" date NOT NULL,
    "Wanted" text NULL,
    "AskedAt" timestamptz NOT NULL,
    "RemindedAt" timestamptz NULL,
    "WithdrawnAt" timestamptz NULL,
    "Text" text NULL,
    "SentAt" timestamptz NULL,
    CONSTRAINT "FK_Contributions_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Contributions_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Contributions_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_Contributions_ItemId_PersonId" ON "Contributions" ("ItemId", "PersonId");
CREATE INDEX "IX_Contributions_PersonId" ON "Contributions" ("PersonId");
CREATE INDEX "IX_Contributions_ForumId" ON "Contributions" ("ForumId");
