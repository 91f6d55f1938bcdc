-- Where a person opens a stored document of a case; null where the library has no address of its own.
ALTER TABLE "ProcedureDocuments" ADD COLUMN "Url" text NULL;
