-- Guests of an item of the agenda, and what they were told last. A mail to one of them is to no person on record.
CREATE TABLE "ItemGuests" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ItemGuests" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    "CadenceId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "Organisation" TEXT NULL,
    "Title" TEXT NULL,
    "Email" TEXT NULL,
    "AddedAt" TEXT NOT NULL,
    "Told" TEXT NULL,
    "ToldAt" TEXT NULL,
    "ToldOff" INTEGER NULL,
    "WithdrawnAt" TEXT NULL,
    "OffSince" TEXT NULL,
    "LeftToSecretariatAt" TEXT NULL,
    CONSTRAINT "FK_ItemGuests_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemGuests_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_ItemGuests_ItemId" ON "ItemGuests" ("ItemId");
CREATE INDEX "IX_ItemGuests_ForumId" ON "ItemGuests" ("ForumId");

-- Guests who come to every so-manieth meeting of a forum.
CREATE TABLE "GuestCadences" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_GuestCadences" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Organisation" TEXT NULL,
    "Title" TEXT NULL,
    "Email" TEXT NULL,
    "Every" INTEGER NOT NULL,
    "CountsFrom" TEXT NOT NULL,
    "SkippedId" TEXT NULL,
    CONSTRAINT "FK_GuestCadences_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_GuestCadences_ForumId" ON "GuestCadences" ("ForumId");

ALTER TABLE "Outbox" ADD COLUMN "GuestId" TEXT NULL;
