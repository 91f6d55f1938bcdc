-- Files that people give to agenda items: where they are fetched until they are kept, and where they lie from then on.
CREATE TABLE "ItemFiles" (
    "Id" uuid NOT NULL CONSTRAINT "PK_ItemFiles" PRIMARY KEY,
    "PersonId" uuid NOT NULL,
    "Name" text NOT NULL,
    "Source" text NULL,
    "IsLink" boolean NOT NULL,
    "ReceivedAt" timestamptz NOT NULL,
    "State" integer NOT NULL,
    "ForumId" uuid NULL,
    "ItemId" uuid NULL,
    "IsRequiredReading" boolean NOT NULL,
    "IsClosed" boolean NOT NULL,
    "Replaces" uuid NULL,
    "Change" text NULL,
    "Path" text NULL,
    "DueAt" timestamptz NULL,
    "Attempts" integer NOT NULL,
    "TriedSince" timestamptz NULL,
    "Failure" text NULL,
    "MovesTo" text NULL,
    CONSTRAINT "FK_ItemFiles_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemFiles_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemFiles_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_ItemFiles_DueAt" ON "ItemFiles" ("DueAt") WHERE "DueAt" IS NOT NULL;
CREATE INDEX "IX_ItemFiles_Path" ON "ItemFiles" ("Path");
CREATE INDEX "IX_ItemFiles_PersonId" ON "ItemFiles" ("PersonId");
CREATE INDEX "IX_ItemFiles_ForumId" ON "ItemFiles" ("ForumId");
CREATE INDEX "IX_ItemFiles_ItemId" ON "ItemFiles" ("ItemId");
