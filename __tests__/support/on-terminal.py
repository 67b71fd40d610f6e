# Runs a command on a pseudo-terminal: on-terminal.py <columns> <file for its stdout, or ""> <command...>
# What is written to stdin is typed on the terminal; the end of stdin closes the terminal.
import fcntl, os, pty, select, struct, sys, termios

columns, stdout, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(2, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    if stdout:
        os.dup2(os.open(stdout, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
    os.execvp(command[0], command)
typing = [0]
while True:
    ready = select.select([terminal, *typing], [], [])[0]
    if 0 in ready:
        typed = os.read(0, 65536)
        if not typed:
            os.close(terminal)
            break
        os.write(terminal, typed)
    if terminal in ready:
        try:
            written = os.read(terminal, 65536)
        except OSError:  # Linux: the command has ended
            written = b""
        if not written:
            break
        os.write(1, written)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) & 255)
