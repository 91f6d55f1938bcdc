using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Klynge.Application.Data.Engines;

/// <summary>
/// The file below a connection, through SQLite's own handle. A handle of ours would do harm: on POSIX, closing any handle of a file
/// lets go of every lock that the process holds on it (SQLite, "How To Corrupt An SQLite Database File", 2.2).
/// </summary>
internal static class SqliteFile
{
    private const string Library = "e_sqlite3";
    private const int FilePointer = 7;
    private const int SyncNormal = 2;

    /// <summary>In <c>sqlite3_io_methods</c> behind the version, xClose, xRead, xWrite and xTruncate.</summary>
    private static readonly int PlaceOfSync = 5 * IntPtr.Size;

    /// <summary>Returns when what was written to the database file so far is on the disk. It neither takes a lock nor waits for one.</summary>
    /// <exception cref="SqliteException">The disk did not take it.</exception>
    internal static void Sync(SqliteConnection connection)
    {
        Check(FileControl(connection.Handle!, databaseName: 0, FilePointer, out var file));
        var methods = Marshal.ReadIntPtr(file);
        if (methods == 0)
            return; // In memory: there is no file.

        Check(Marshal.GetDelegateForFunctionPointer<SyncMethod>(Marshal.ReadIntPtr(methods, PlaceOfSync))(file, SyncNormal));

        void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle);
    }

    /// <param name="databaseName">Null for the main one.</param>
    [DllImport(Library, EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern int FileControl(sqlite3 connection, nint databaseName, int operation, out nint file);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int SyncMethod(nint file, int flags);
}
