import { expandNames } from './directives.ts';

/**
 * The variables of Nginx 1.22.1 as Debian 12 builds it (the `ngx_http_variable_t` tables of the sources),
 * so that an unknown one can be told from one whose value is not simulated.
 */
const fixed = new Set(
  expandNames(`ancient_browser args binary_remote_addr body_bytes_sent bytes_sent connection connection_requests
  connection_time connections:active,reading,waiting,writing content_length content_type date_gmt date_local
  document_root document_uri fastcgi_path_info fastcgi_script_name gzip_ratio host hostname http2 https
  invalid_referer is_args limit:conn_status,rate,req_status modern_browser msec msie nginx_version pid pipe
  proxy:add_x_forwarded_for,host,port,protocol_addr,protocol_port,protocol_server_addr,protocol_server_port
  query_string realip_remote_addr realip_remote_port realpath_root remote:addr,port,user request
  request:body,body_file,completion,filename,id,length,method,time,uri scheme secure_link secure_link_expires
  server:addr,name,port,protocol slice_range
  ssl:alpn_protocol,cipher,ciphers,client_cert,client_escaped_cert,client_fingerprint,client_i_dn
  ssl:client_i_dn_legacy,client_raw_cert,client_s_dn,client_s_dn_legacy,client_serial,client_v_end
  ssl:client_v_remain,client_v_start,client_verify,curve,curves,early_data,protocol,server_name,session_id
  ssl:session_reused status tcpinfo:rcv_space,rtt,rttvar,snd_cwnd time_iso8601 time_local uid:got,reset,set
  upstream:addr,bytes_received,bytes_sent,cache_etag,cache_last_modified,cache_status,connect_time,header_time
  upstream:response_length,response_time,status uri`),
);
const prefixes = /^(?:http|sent_http|sent_trailer|cookie|arg|upstream_http|upstream_trailer|upstream_cookie)_/;
/** Those that `set` and named captures may define again. */
const changeable = new Set(['args', 'limit_rate', 'date_local', 'date_gmt']);

/** Whether Nginx defines `$name` itself. */
export function isKnownVariable(name: string): boolean {
  return fixed.has(name) || prefixes.test(name);
}

/** Whether Nginx refuses that a configuration defines `$name`. */
export function isReservedVariable(name: string): boolean {
  return fixed.has(name) && !changeable.has(name);
}
