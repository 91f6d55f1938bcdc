-- Guests of an item of the agenda, and what they were told last. A mail to one of them is to no person on record.
CREATE TABLE "ItemGuests" (
    "Id" uuid NOT NULL CONSTRAINT "PK_ItemGuests" PRIMARY KEY,
    "ForumId" uuid NOT NULL,
    "ItemId" uuid NOT NULL,
    "CadenceId" uuid NULL,
    "Name" text NOT NULL,
    "Organisation" text NULL,
    "Title" text NULL,
    "Email" text NULL,
    "AddedAt" timestamptz NOT NULL,
    "Told" text NULL,
    "ToldAt" timestamptz NULL,
    "ToldOff" integer NULL,
    "WithdrawnAt" timestamptz NULL,
    "OffSince" timestamptz NULL,
    "LeftToSecretariatAt" timestamptz NULL,
    CONSTRAINT "FK_ItemGuests_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemGuests_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_ItemGuests_ItemId" ON "ItemGuests" ("ItemId");
CREATE INDEX "IX_ItemGuests_ForumId" ON "ItemGuests" ("ForumId");

-- Guests who come to every so-manieth meeting of a forum.
CREATE TABLE "GuestCadences" (
    "Id" uuid NOT NULL CONSTRAINT "PK_GuestCadences" PRIMARY KEY,
    "ForumId" uuid NOT NULL,
    "Name" text NOT NULL,
    "Organisation" text NULL,
    "Title" text NULL,
    "Email" text NULL,
    "Every" integer NOT NULL,
    "CountsFrom" date NOT NULL,
    "SkippedId" uuid NULL,
    CONSTRAINT "FK_GuestCadences_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_GuestCadences_ForumId" ON "GuestCadences" ("ForumId");

ALTER TABLE "Outbox" ADD COLUMN "GuestId" uuid NULL;
