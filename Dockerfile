# A silo, and the squirrel command line beside it:
#   docker build -t uptimesquirrel .
#   docker run --rm -p 127.0.0.1:8080:8080 --name squirrel -v squirrel-data:/data uptimesquirrel
#   docker exec squirrel squirrel add https://example.org --email you@example.org
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src

# What names packages comes first: they are fetched again only when one of these files changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY Grains.Interfaces/Grains.Interfaces.csproj Grains.Interfaces/
COPY Probing/Probing.csproj Probing/
COPY Grains/Grains.csproj Grains/
COPY Adapters/Adapters.csproj Adapters/
COPY Importing/Importing.csproj Importing/
COPY Sites/Sites.csproj Sites/
COPY Web/Web.csproj Web/
COPY Silo/Silo.csproj Silo/
COPY Client/Client.csproj Client/
RUN dotnet restore Silo && dotnet restore Client

COPY . .
RUN dotnet publish Silo --no-restore -c Release -o /out/silo && dotnet publish Client --no-restore -c Release -o /out/squirrel

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /out /app
RUN mkdir /data && chown "$APP_UID" /data
VOLUME /data

# Settings name "data/…": from here that is the volume. The base image's own port setting would only draw a warning beside ours.
WORKDIR /
ENV PATH="/app/squirrel:$PATH" Urls=http://0.0.0.0:8080 ASPNETCORE_HTTP_PORTS=
USER $APP_UID

# Health, silos, clients. Only the first is for others to see.
EXPOSE 8080 11111 30000
HEALTHCHECK --interval=20s --timeout=10s --start-period=60s CMD ["/app/silo/UptimeSquirrel.Silo", "--health"]
ENTRYPOINT ["/app/silo/UptimeSquirrel.Silo"]
