-- The documents of a closed case have columns and a PDF in the library, tried until they are there.
ALTER TABLE "ProcedureDocuments" ADD COLUMN "PdfPath" text;
ALTER TABLE "ProcedureDocuments" ADD COLUMN "PdfUrl" text;
ALTER TABLE "ProcedureDocuments" ADD COLUMN "PublishedAt" timestamptz;
ALTER TABLE "ProcedureDocuments" ADD COLUMN "DueAt" timestamptz;
ALTER TABLE "ProcedureDocuments" ADD COLUMN "Attempts" integer NOT NULL DEFAULT 0;
