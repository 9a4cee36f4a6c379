# copylint with its deep check. It runs offline and as an ordinary user:
#
#   docker build --tag copylint .
#   docker run --rm --network none --volume "$PWD:/work" copylint check articles
#
# The first stage builds the wheels and installs them; only what is installed goes into the image.
ARG PYTHON=3.12

FROM python:${PYTHON}-slim AS build
WORKDIR /source
COPY . .
RUN python -m venv /opt/copylint \
    && /opt/copylint/bin/pip install --no-cache-dir --no-compile \
        ./packages/copylint-deep-model '.[deep]' \
    && /opt/copylint/bin/pip uninstall --yes pip \
    && python -m compileall -q -j 0 /opt/copylint/lib

FROM python:${PYTHON}-slim
LABEL org.opencontainers.image.title="copylint" \
      org.opencontainers.image.description="A copy-editing linter for news and editorial text" \
      org.opencontainers.image.licenses="GPL-3.0-or-later"
COPY --from=build /opt/copylint /opt/copylint
# Results are not kept: a container is thrown away, and so would they be.
ENV PATH=/opt/copylint/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONSAFEPATH=1 \
    XDG_CACHE_HOME=/tmp/cache
RUN useradd --create-home --uid 1000 copylint
USER 1000
WORKDIR /work
ENTRYPOINT ["copylint"]
CMD ["--help"]
