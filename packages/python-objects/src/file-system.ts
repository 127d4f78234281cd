/// Files as programs see them. Paths are text with `/`, relative ones start at the current directory. All throw SystemFault.

/** What a file is. */
export type FileKind = "file" | "directory" | "link" | "other";

/** What the system knows of a file; times are nanoseconds since 1970. */
export interface FileStatus {
  readonly kind: FileKind;
  /** Bits of `st_mode`. */
  readonly mode: number;
  readonly size: number;
  readonly inode: bigint;
  readonly device: bigint;
  readonly links: number;
  readonly user: number;
  readonly group: number;
  readonly accessed: bigint;
  readonly modified: bigint;
  readonly changed: bigint;
}

/** Where a position in a file counts from: its start, the current position, its end. */
export type Whence = 0 | 1 | 2;

/** The files of a platform. */
export interface FileSystem {
  /** The current directory: an absolute path. */
  currentDirectory(): string;
  changeDirectory(path: string): void;
  /** The absolute path without symbolic links. */
  realPath(path: string): string;
  /** Undefined: there is nothing there. */
  status(path: string, followsLinks?: boolean): FileStatus | undefined;
  /** Of an open file. */
  statusOf(descriptor: number): FileStatus;
  /** All bytes of a file. */
  read(path: string): Uint8Array;
  /** Names in a directory, in no order. */
  list(path: string): string[];
  /** @param flags Linux's O_RDONLY and the like */
  open(path: string, flags: number, mode: number): number;
  close(descriptor: number): void;
  /** Fills the array from the position on; returns how many bytes were there, 0 at the end. */
  readInto(descriptor: number, bytes: Uint8Array): number;
  /** Returns how many bytes were taken. */
  write(descriptor: number, bytes: Uint8Array): number;
  /** The new position. */
  seek(descriptor: number, offset: number, whence: Whence): number;
  truncate(descriptor: number, size: number): void;
  isTerminal(descriptor: number): boolean;
  makeDirectory(path: string, mode: number): void;
  removeDirectory(path: string): void;
  remove(path: string): void;
  rename(from: string, to: string): void;
  /** Whether the user may do with a file what the bits say: 4 read, 2 write, 1 execute, 0: it is there. */
  mayAccess(path: string, mode: number): boolean;
  /** What a symbolic link says. */
  readLink(path: string): string;
  symbolicLink(target: string, path: string): void;
  hardLink(from: string, to: string): void;
  changeMode(path: string, mode: number): void;
  changeOwner(path: string, user: number, group: number, followsLinks: boolean): void;
  /** Times are seconds since 1970. */
  setTimes(path: string, accessed: number, modified: number, followsLinks: boolean): void;
  /** Whether reading or writing an open file may have to wait, as with pipes and terminals. Absent: it is not known. */
  mayWait?(descriptor: number): boolean;
  /** A path of what is open, from which others may go on. Absent: there are none. */
  pathOf?(descriptor: number): string;
  truncatePath(path: string, size: number): void;
  /** What has been written to an open file is on the disk when this returns. */
  synchronise(descriptor: number): void;
}
