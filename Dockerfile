# Hearth in a container: no root, state on volumes, nothing else to write to.
FROM python:3.11-slim-bookworm

WORKDIR /srv/hearth
COPY requirements.lock ./
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock

COPY LICENSE ./
COPY bot ./bot
COPY cogs ./cogs
COPY data ./data

# Two folders, so that the keys that have to die can lie on a volume without snapshots and backups.
RUN useradd --system --uid 10001 --user-group --no-create-home hearth \
    && install -d -m 0700 -o hearth -g hearth /var/lib/hearth /var/lib/hearth-epochs
ENV HEARTH_HOME=/var/lib/hearth \
    HEARTH_EPOCHS=/var/lib/hearth-epochs \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
VOLUME ["/var/lib/hearth", "/var/lib/hearth-epochs"]

USER hearth
# Whether it listens to Discord: `docker compose ps` shows it.
HEALTHCHECK --interval=2m --timeout=20s --start-period=2m --retries=2 \
    CMD ["python", "-m", "bot.process.alive"]
# No shell between: SIGTERM reaches the program itself.
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
