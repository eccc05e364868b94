# The Python packages that the tests compare with and attack with, in a Python of their own. Sourced after setup.sh by
# ../Tests/run and ../Tests/skydd.

# Not the first on PATH: the packages of the system are for the system's own.
system_python() { [ -x /usr/bin/python3 ] && echo /usr/bin/python3 || echo python3; }

python=$home/.build/python

prepare_python() {
    cmp -s "$home/Tests/requirements.txt" "$python/requirements.txt" && return
    say 'Hämtar de Pythonpaket som testerna jämför med.'
    log=$home/.build/python.log
    if ! { "$(system_python)" -m venv --clear "$python" &&
        "$python/bin/python3" -m pip install --disable-pip-version-check -r "$home/Tests/requirements.txt"; } >"$log" 2>&1; then
        show_end "$log"
        say "Pythonpaketen kunde inte installeras. Hela loggen finns i $log"
        exit 69
    fi
    cp "$home/Tests/requirements.txt" "$python/"
}
