namespace UptimeSquirrel.Tests.Importing;

public sealed class OtherMonitorsTests
{
    [Fact]
    public void Better_Stack() => Told.Read("""
        {"data":[
          {"id":"1","type":"monitor","attributes":{"url":"https://a.example","pronounceable_name":"A","monitor_type":"status","http_method":"get","check_frequency":180,"request_timeout":30,"request_headers":[],"request_body":"",
            "verify_ssl":true,"follow_redirects":true,"status":"up","confirmation_period":0}},
          {"id":"2","type":"monitor","attributes":{"url":"https://b.example","pronounceable_name":"B","monitor_type":"keyword_absence","required_keyword":"Error","check_frequency":60,"request_timeout":10,
            "request_headers":[{"id":"1","name":"X-A","value":"1"}],"verify_ssl":false,"status":"paused","confirmation_period":30}},
          {"id":"3","type":"monitor","attributes":{"url":"c.example","pronounceable_name":"C","monitor_type":"ping","check_frequency":60,"request_timeout":1000}},
          {"id":"4","type":"monitor","attributes":{"url":"https://d.example","pronounceable_name":"D","monitor_type":"playwright"}},
          {"id":"5","type":"monitor","attributes":{"url":"https://e.example","pronounceable_name":"E","monitor_type":"expected_status_code","expected_status_codes":[401,403]}}],
         "pagination":{"next":null}}
        """).ShouldBe(
        [
            "https://a.example/; name A; every 3m; timeout 12s (Its timeout of 30s is 12s here, because 1s to 12s can be.)",
            "https://b.example/; name B; every 1m; timeout 10s; headers X-A: 1; no keyword Error; any certificate; recheck 30s; paused",
            "ping://c.example; name C; every 1m; timeout 1s",
            "skipped D: There is nothing like the type 'playwright' here.",
            "https://e.example/; name E; accept 401,403",
            "* Who is called or written to was left out: --email ADDRESS tells people by mail.",
        ]);

    [Fact]
    public void Checkmate_in_csv_counts_in_milliseconds() => Told.Read("""
        type,name,url,interval,port,expectedValue,jsonPath,matchMethod
        http,Shop,https://shop.example,60000,,,,
        http,Api,https://api.example,120000,,ok,status,equal
        http,Odd,https://odd.example,120000,,^o.*,status,regex
        port,DB,db.example,60000,5432,,,
        ping,Gate,gate.example,60000,,,,
        hardware,Box,https://box.example,60000,,,,
        """).ShouldBe(
        [
            "https://shop.example/; name Shop; every 1m",
            "https://api.example/; name Api; every 2m; json status=ok",
            "https://odd.example/; name Odd; every 2m (What it expects of the answer was left out: only an equal value in the JSON, or words on the page, can be expected here, not 'regex'.)",
            "tcp://db.example:5432; name DB; every 1m",
            "ping://gate.example; name Gate; every 1m",
            "skipped Box: There is nothing like the type 'hardware' here.",
        ]);

    [Fact]
    public void Checkmate_in_json() => Told.Read("""
        {"success":true,"msg":"ok","data":[{"_id":"1","name":"Shop","type":"http","url":"https://shop.example","interval":300000,"method":"HEAD","customUpCodes":[401],"secret":"hush",
          "ignoreTlsErrors":true,"isActive":false,"statusWindowSize":5,"group":"Web","tags":[],"notifications":["1"]}]}
        """).ShouldBe(
        [
            "https://shop.example/; name Shop; every 5m; accept 200-299,401; tags web; method HEAD; any certificate; paused (What it logs in with was left out: --with-secrets takes secrets over.)",
            "* Notifications were left out: --email ADDRESS tells people by mail.",
        ]);

    [Fact]
    public void Upptime() => Told.Read("""
        owner: koj-co
        repo: upptime
        sites:
          - name: Google
            url: https://www.google.com
          - name: Api
            url: https://api.example
            method: POST
            body: '{}'
            expectedStatusCodes: [200, 201]
            maxResponseTime: 5000
            headers: ["Authorization: Bearer $TOKEN", "X-A: 1"]
            __dangerous__body_down_if_text_missing: ok
          - { name: Port, check: tcp-ping, url: db.example, port: 5432 }
          - { name: Secret, url: $SECRET_SITE }
          - { name: Socket, check: ws, url: wss://chat.example }
        status-website: { cname: status.example }
        """).ShouldBe(
        [
            "https://www.google.com/; name Google; every 5m",
            "https://api.example/; name Api; every 5m; accept 200,201; method POST; headers X-A: 1; keyword ok; slow 5s" +
            " (The header Authorization was left out: its value is a secret of GitHub.) (The body that is sent along was left out: --with-secrets takes secrets over.)",
            "tcp://db.example:5432; name Port; every 5m",
            "skipped Secret: Its address is a secret of GitHub, such as $SITE: put the address into the file first.",
            "skipped Socket: There is nothing like the check 'ws' here.",
            "* The section 'status-website' was left out: it is about a page, not about what is watched.",
        ]);

    [Fact]
    public void Statping_in_yaml() => Told.Read("""
        services:
          - name: Shop
            domain: https://shop.example
            type: http
            method: GET
            check_interval: 30
            timeout: 15
            expected: "Welcome"
            expected_status: 200
            headers: "X-A=1,X-B=2"
            verify_ssl: false
          - { name: DB, domain: db.example, port: 5432, type: tcp, check_interval: 60, timeout: 5 }
          - { name: Rpc, domain: rpc.example, port: 50051, type: grpc }
        """).ShouldBe(
        [
            "https://shop.example/; name Shop; every 1m; timeout 12s; accept 200; headers X-A: 1|X-B: 2; keyword Welcome; any certificate" +
            " (Its timeout of 15s is 12s here, because 1s to 12s can be.) (It was checked every 30s; here every 1m, because 1m to 1d can be.)",
            "tcp://db.example:5432; name DB; every 1m; timeout 5s",
            "skipped Rpc: There is nothing like the type 'grpc' here.",
        ]);

    [Fact]
    public void Statping_in_json() => Told.Read("""
        {"core":{},"groups":[{"id":7,"name":"Web"}],"services":[{"id":1,"name":"Shop","domain":"https://shop.example","type":"http","group_id":7,"check_interval":60,"notify_after":2,"expected":"a.*b"}],"notifiers":[{"method":"slack"}]}
        """).ShouldBe(
        [
            "https://shop.example/; name Shop; every 1m; tags web; recheck 60s,60s (The pattern 'a.*b' was left out: words, and no pattern, can be looked for here.)".Replace("60s", "1m", StringComparison.Ordinal),
            "* Notifiers were left out: --email ADDRESS tells people by mail, 'squirrel owner channel kinds' says what else there is.",
        ]);
}
