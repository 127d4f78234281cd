/// Which native modules are called, and what in them is not: what would end the program or touch the machine, wait for something,
/// or change what later calls do.

/** `_ctypes` follows whatever addresses it is given, of which CPython dies. */
const NOT_MODULES = /^(_ctypes|_sysconfigdata_.*|_testinternalcapi|builtins|_signal_.*)$/;

export function isCalledModule(name: string): boolean {
  return !NOT_MODULES.test(name);
}

const NOT_CALLED: readonly RegExp[] = [
  // ends or replaces the process, or others
  /^posix\.(_exit|abort|kill\w*|fork\w*|exec\w*|posix_spawnp?|system|register_at_fork|pidfd_open|wait\w*)$/,
  /^_signal\.(alarm|setitimer|pause|sig\w*|pthread_\w+|raise_signal|set_wakeup_fd|strsignal|pidfd_\w+)$/,
  /^_thread\.(start_new\w*|interrupt_main|_set_sentinel|stack_size|_excepthook)$/,
  /^faulthandler\./,
  // changes the machine or the process
  /^posix\.(set\w*|nice|chroot|f?chdir|umask|initgroups|sync|sched_set\w+|putenv|unsetenv|closerange|lockf|tcsetpgrp|login_tty)$/,
  /^(syslog\.\w*(log|mask)|_socket\.sethostname|time\.clock_settime\w*|resource\.(set|p)rlimit|termios\.tc\w+|fcntl\.(ioctl|flock|lockf)|_posixshmem\.\w+)$/,
  /^sys\.(set\w*|_?clear\w*|breakpointhook|displayhook|excepthook|unraisablehook|__\w+__|addaudithook|audit|activate_stack_trampoline|_debugmallocstats|_current_\w+|getallocatedblocks|gettotalrefcount|_git|exc_info|exception)$/,
  /^gc\.(collect|get_\w+|set_\w+|freeze|unfreeze|disable|enable)$/,
  /^_codecs\.(register\w*|unregister)$/,
  /^atexit\./,
  /^readline\./,
  /^_tracemalloc\./,
  /^_lsprof\.Profiler\.(enable|disable)$/,
  /^_warnings\._filters_mutated$/,
  /^_locale\.(setlocale|bind\w+|textdomain)$/,
  /^_imp\.(acquire_lock|release_lock|lock_held|_fix_co_filename|_override\w+|create_\w+|exec_\w+|extension_suffixes|init_frozen|find_frozen|get_frozen_object|is_frozen\w*|_frozen\w+|source_hash)$/,
  // waits, or asks the network
  /^(time\.(sleep|clock_nanosleep)|select\.(select|poll\.poll|epoll\.poll)|_socket\.(get\w+by\w+|getaddrinfo|getnameinfo))$/,
  // gives numbers of files, times and random bytes, which differ from run to run
  /^posix\.(open\w*|pipe2?|dup2?|memfd_create|eventfd\w*|get\w*random|urandom|times|getloadavg|get_blocking|sendfile|splice|ctermid)$/,
  /^_uuid\.generate_time_safe$/,
  // shows how CPython is made
  /^_abc\.(_get_dump|get_cache_token)$/,
];

/** Whether a function of a module, or a method by the type that has it, is called. */
export function isCalled(path: string): boolean {
  return !NOT_CALLED.some((pattern) => pattern.test(path));
}

/** Functions whose numbers are of files: the files of this process are left alone. */
export const TAKES_FILES = /^(posix|fcntl|termios|select|mmap|_socket|_posixsubprocess)\.|_io\.(open|FileIO)|fileno/;

/** Functions that work as long as a number says. */
export const TAKES_LONG =
  /^math\.|pbkdf2|scrypt|\.(tee|perm|comb|pow|power|repeat|product|combinations\w*|permutations|n|insert|__r?pow__|__i?mul__|__rmul__|rotate|scaleb|shift)$|itertools\.|_json\.|mmap\.|Context\./;
